# Kata-kata untuk petugas. Words for staff.
fault-title = Buku pengunjung belum bisa dipakai
fault-lead = Mohon maaf. Silakan datang ke meja layanan.
fault-full = Untuk petugas: disk penuh. Kosongkan ruang di disk, misalnya berkas unduhan atau cadangan lama.
fault-read-only = Untuk petugas: folder data tidak bisa ditulis. Periksa izin folder dan disknya, atau hubungi petugas TI.
fault-missing = Untuk petugas: folder data atau berkas buku tidak ditemukan. Pasang kembali disknya, atau hubungi petugas TI.
fault-corrupt = Untuk petugas: berkas buku rusak. Jangan hapus apa pun; hubungi petugas TI untuk memulihkan cadangan.
fault-other = Untuk petugas: buku tidak bisa ditulis. Hubungi petugas TI; rinciannya ada di catatan program (folder logs).
fault-recovers = Layar ini hilang sendiri setelah gangguan teratasi.
config-notice-title = Pengaturan kiosk perlu diperbaiki
config-notice-reload = Muat ulang
