# Layanan internet gratis. The free internet service.

## Welcome
tile-service = Informasi layanan
tile-service-text = Syarat dan pengaduan

## 10 Informasi layanan
service-heading = Informasi layanan
service-requirement = Persyaratan
service-time = Waktu
service-cost = Biaya
service-steps = Prosedur dalam 3 langkah
service-product = Produk layanan: { $product }
service-complaints = Pengaduan
service-website = Situs web
service-instagram = Instagram
service-telephone = Telepon
service-qr = Kode QR { $channel }: { $address }
service-hours = Jam layanan: { $hours }
service-decree = Nomor SK: { $number }
service-sign = Isi buku pengunjung
