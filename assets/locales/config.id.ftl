# Words of the area: config.
