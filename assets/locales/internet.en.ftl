# The free internet service.

## Welcome
tile-service = Service information
tile-service-text = Steps and feedback

## 10 Service information
service-heading = Service information
service-requirement = Requirement
service-time = Time
service-cost = Cost
service-steps = 3 steps
service-product = Product: { $product }
service-complaints = Feedback
service-website = Website
service-instagram = Instagram
service-telephone = Telephone
service-qr = QR code, { $channel }: { $address }
service-hours = Opening hours: { $hours }
service-decree = Decree: { $number }
service-sign = Sign the visitor book
