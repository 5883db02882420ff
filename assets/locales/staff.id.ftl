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

# PIN petugas. The PIN pad.
staff-title = Panel Petugas
staff-pin-title = Masukkan PIN petugas
staff-pin-lead = Halaman ini khusus petugas perpustakaan.
staff-pin-dots = { $n } dari 6 angka
staff-pin-left = Sisa { $n } kali percobaan
staff-pin-left-one = Sisa 1 kali percobaan
staff-pin-wrong = PIN salah.
staff-pin-checking = Memeriksa…
staff-pin-closed-seconds = Terkunci. Coba lagi dalam { $n } detik.
staff-pin-closed-minutes = Terkunci. Coba lagi dalam { $n } menit.
staff-pin-failed = PIN belum bisa diperiksa, karena buku pengunjung sedang terganggu. Coba lagi, atau hubungi petugas TI.
staff-pin-clear = Hapus semua
staff-pin-backspace = Hapus
staff-pin-back = Kembali ke layar pengunjung
staff-permission-title = Minta izin petugas
staff-permission-lead-internet = PIN petugas mengizinkan pemakaian internet kali ini saja.
staff-new-pin-title = Buat PIN baru
staff-new-pin-lead = 6 angka yang tidak mudah ditebak, untuk administrator pertama.
staff-new-pin-again-title = Ketik PIN sekali lagi
staff-new-pin-again-lead = Angka yang sama seperti tadi.
staff-new-pin-run = Angka yang berurutan mudah ditebak. Pilih PIN lain.
staff-new-pin-repeat = Angka yang berulang mudah ditebak. Pilih PIN lain.
staff-new-pin-differs = Kedua PIN berbeda. Buat PIN baru sekali lagi.
staff-new-pin-taken = PIN ini sudah dipakai petugas lain. Pilih PIN lain.
staff-new-pin-not-first = Administrator sudah ada. Masuk dengan PIN-nya.
staff-first-name = Administrator

# Panel petugas, hanya dalam bahasa Indonesia. The panel, in Indonesian only.
staff-tab-statistics = Statistik
staff-tab-visits = Kunjungan
staff-tab-room = Ruang internet
staff-tab-members = Anggota
staff-tab-reports = Laporan
staff-tab-settings = Pengaturan
staff-tab-health = Kesehatan sistem
staff-lock = Kunci panel
staff-locks-in = Panel terkunci dalam { $n } detik
staff-health-well = Sistem sehat
staff-health-attention = Perlu perhatian
staff-health-fault = Ada gangguan
staff-health-reader = Pembaca kartu terhubung
staff-health-no-reader = Pembaca kartu terputus
staff-health-backup-today = Cadangan data { $time }
staff-health-backup = Cadangan data { $date }
staff-health-no-backup = Belum ada cadangan data

# Kesehatan sistem.
health-title = Kesehatan sistem
health-sub = { $date } · { $time }
health-book = Buku pengunjung
health-book-well = { $visits } pencatatan, { $size } MB
health-book-read-only = Tidak bisa ditulis. Periksa disk dan izin folder data, atau hubungi petugas TI.
health-book-unreadable = Tidak bisa dibaca. Jangan hapus apa pun; hubungi petugas TI.
health-check = Pemeriksaan lengkap
health-check-never = Belum pernah diperiksa dari panel
health-check-runs = Sedang diperiksa…
health-check-well = Buku utuh · { $date } pukul { $time }
health-check-failed = Tidak cocok ({ $date } pukul { $time }): { $checks }. Jangan hapus apa pun; hubungi petugas TI.
health-check-impossible = Tidak bisa diperiksa sekarang. Coba lagi sebentar.
health-verify = Periksa sekarang
health-disk = Disk
health-disk-free = { $size } GB masih kosong
health-disk-little = Tinggal { $size } GB. Kosongkan ruang di disk.
health-disk-unknown = Ruang kosong tidak diketahui
health-backup = Cadangan data
health-backup-at = Terakhir { $date } pukul { $time }
health-backup-never = Belum pernah. Cadangan dibuat sendiri setiap hari.
health-reader = Alat pembaca kartu
health-reader-well = Terhubung
health-reader-missing = Tidak terhubung. Periksa kabelnya.
health-version = Versi
health-exit = Keluar dari kiosk
health-exit-title = Keluar dari kiosk?
health-exit-text = Program ditutup, dan pengunjung tidak bisa mengisi buku sampai dibuka lagi.
health-exit-yes = Ya, keluar
health-exit-no = Tetap di sini

# Dialog berkas dari sistem. The system's own file dialogs.
system-pick = Pilih lewat sistem
system-waits = Menunggu jendela sistem…
system-folder-title = Simpan di folder mana?
system-list-title = Pilih daftar anggota
system-list-filter = Daftar anggota
system-second-title = Simpan cadangan kedua di folder mana?
system-unchosen = Belum ada yang dipilih. Bila jendela sistem tidak muncul, pilih dari daftar di atas.
