# Words of the area: staff.
