# Words of the area: config.

# The file as a whole. { $file } is its path.
config-missing = berkas pengaturan { $file } tidak ada; salin kiosk-config.toml bawaan ke sana, atau sebutkan berkas lain dengan --config
config-not-allowed = berkas pengaturan { $file } tidak boleh dibaca oleh pengguna ini; beri pengguna ini izin membacanya
config-is-folder = { $file } adalah folder, bukan berkas pengaturan; sebutkan berkasnya dengan --config
config-too-large = berkas pengaturan { $file } lebih besar dari 1 MB, jadi bukan kiosk-config.toml
config-unreadable = berkas pengaturan { $file } tidak bisa dibaca: { $reason }
config-one-problem = ada satu kesalahan di { $file }; perbaiki, lalu coba lagi
config-many-problems = ada { $count } kesalahan di { $file }; perbaiki, lalu coba lagi
config-place = baris { $line }, kolom { $column }
config-did-you-mean = { $sentence }; mungkin maksudnya "{ $meant }"?

# One problem. The place stands in front, so that the sentence begins in lower case and has no full stop.
config-syntax = tulisan di sini tidak bisa dipahami; periksa tanda kutip, tanda kurung, dan tanda sama dengan (keterangan teknis: { $reason })
config-not-utf8 = berkas tidak disimpan sebagai UTF-8; simpan lagi dengan pengodean UTF-8
config-key-twice = "{ $key }" tertulis dua kali; hapus salah satu
config-unknown-key = kunci "{ $key }" tidak dikenal
config-unknown-section = bagian [{ $section }] tidak dikenal
config-missing-section = bagian [{ $section }] belum ada
config-missing-key = "{ $key }" belum ada di [{ $section }]
config-wanted-text = "{ $key }" harus berupa teks di dalam tanda kutip
config-wanted-whole = "{ $key }" harus berupa bilangan bulat tanpa tanda kutip
config-wanted-flag = "{ $key }" harus true (ya) atau false (tidak), tanpa tanda kutip
config-wanted-list = "{ $key }" harus berupa daftar
config-wanted-section = "{ $key }" harus berupa bagian yang berisi kunci
config-empty = "{ $key }" tidak boleh kosong
config-empty-list = "{ $key }" harus berisi sedikitnya satu butir
config-too-long = "{ $key }" paling panjang { $most } huruf
config-too-many = "{ $key }" paling banyak { $most } butir
config-control = "{ $key }" harus satu baris, tanpa tab atau tanda khusus yang tidak terlihat
config-out-of-range = "{ $key }" harus antara { $least } dan { $most }, bukan { $found }
config-not-one-of = "{ $key }" tidak bisa diisi "{ $found }"; pilihannya { $allowed }
config-shape-purpose-id = id "{ $found }" harus 1 sampai 40 huruf kecil a-z, angka, atau garis bawah
config-shape-kiosk-id = id "{ $found }" harus 1 sampai 40 huruf a-z, angka, tanda hubung, atau garis bawah
config-shape-hours = jam "{ $found }" pada "{ $key }" harus ditulis seperti "08:00-15:30", atau "closed" bila tutup
config-shape-time = "{ $key }" harus berupa jam seperti "13:00", bukan "{ $found }"
config-shape-website = "{ $key }" harus berupa alamat seperti "https://www.example.org/", bukan "{ $found }"
config-shape-instagram = "{ $key }" harus nama akunnya saja, tanpa @, bukan "{ $found }"
config-shape-phone = "{ $key }" harus nomor telepon seperti "(0333) 421197", bukan "{ $found }"
config-shape-chord = "{ $key }" harus gabungan tombol seperti "ctrl+alt+p", yaitu ctrl atau alt dengan satu huruf, angka, atau tombol F, bukan "{ $found }"
config-shape-suffix = "{ $key }" harus "enter", "tab", "none", "f1" sampai "f12", atau satu tanda baca, bukan "{ $found }"
config-shape-folder = "{ $key }" harus alamat folder lengkap dari pangkal disk, bukan "{ $found }"
config-shape-position = "{ $key }" harus [kolom, baris], kolom 1 sampai 8 dan baris 1 sampai 6
config-hours-backwards = jam pada "{ $key }" berakhir sebelum dimulai
config-never-open = ruang internet tutup tujuh hari penuh; buka pada salah satu hari, atau kosongkan "purpose" bila tidak ada ruang internet
config-unknown-icon = tidak ada ikon "{ $found }"
config-unknown-timezone = tidak ada zona waktu "{ $found }"; untuk Indonesia "Asia/Jakarta" (WIB), "Asia/Makassar" (WITA), atau "Asia/Jayapura" (WIT)
config-bad-pattern = "pattern" bukan pola (regular expression) yang benar (keterangan teknis: { $reason })
config-sample-unfit = nomor contoh "{ $sample }" tidak cocok dengan "pattern"; tulis "sample" yang cocok
config-sample-too-short = nomor contoh hanya { $length } huruf, padahal scan.min_length { $least }, jadi kartu seperti itu tidak akan pernah terbaca
config-suffix-in-sample = tanda akhir "{ $suffix }" dari [scan] ada di dalam nomor contoh, jadi pembacaan akan berhenti terlalu cepat
config-warning-too-long = "idle_warning_seconds" tidak boleh lebih besar dari "idle_seconds", yaitu { $idle }
config-confirm-above-most = "confirm_above" tidak boleh lebih besar dari "max_people", yaitu { $most }
config-duplicate = "{ $key }" berisi "{ $found }" dua kali; yang pertama di baris { $first }
config-same-position = tempat ini pada denah sudah dipakai "{ $other }" di baris { $first }
config-no-such-purpose = tidak ada keperluan dengan id "{ $found }"
config-no-purpose-for = tidak ada lagi keperluan aktif untuk { $who }; tambahkan "{ $id }" pada "for" salah satu keperluan
config-too-many-purposes = lebih dari { $most } keperluan aktif untuk { $who } tidak muat di layar; beri "active = false" pada sebagian, atau hapus "{ $id }" dari "for"-nya
config-backup-in-data = "second_folder" tidak boleh berada di dalam "data_dir"; pilih folder di disk lain
config-column-member = Anggota
config-column-non-member = Non Anggota
config-column-group = Rombongan

# What a file without [[purposes]] offers.
config-purpose-read = Membaca di tempat
config-purpose-borrow-return = Meminjam atau mengembalikan buku
config-purpose-internet = Layanan internet gratis
config-purpose-reference = Referensi atau penelitian
config-purpose-children = Layanan anak
config-purpose-archive = Layanan arsip
config-purpose-education-visit = Kunjungan atau wisata edukasi
config-purpose-other = Lainnya

# What a file without texts in [service_standard] shows.
config-standard-title = Standar Pelayanan: Layanan Internet Gratis
config-standard-requirement = Kartu Tanda Anggota (KTA) yang masih berlaku.
config-standard-getting-card = KTA dapat dibuat di meja layanan.
config-standard-time = 6 menit
config-standard-time-note = waktu pelayanan
config-standard-cost = Rp0
config-standard-cost-note = tidak dipungut biaya
config-standard-step-1-title = Isi buku pengunjung
config-standard-step-1-text = Pindai KTA di layar ini, lalu pilih layanan internet.
config-standard-step-1-time = 1 menit
config-standard-step-2-title = Pakai komputer
config-standard-step-2-text = Duduk di komputer yang ditunjukkan di layar.
config-standard-step-2-time = selama diperlukan
config-standard-step-3-title = Rapikan dan lapor
config-standard-step-3-text = Matikan komputer, rapikan, lalu sentuh Selesai internet.
config-standard-step-3-time = 5 menit
config-standard-product = akses internet gratis di ruang internet perpustakaan.
config-standard-complaints = Saran dan keluhan Anda kami tindak lanjuti.
