# Words of the forms.
