# Kata-kata halaman Laporan. Words of the panel's page of reports.

reports-title = Laporan
reports-sub = Pilih isi, periode, dan bentuk berkas, lalu simpan.

## 1 What
reports-content = 1. Isi laporan
reports-daily = Rekap harian
reports-daily-text = Jumlah dan rincian satu hari
reports-monthly = Rekap bulanan
reports-monthly-text = Jenis, keperluan, dan jam
reports-yearly = Rekap tahunan
reports-yearly-text = Perbandingan antarbulan
reports-other = Rekap periode lain
reports-other-text = Triwulan atau rentang tanggal
reports-internet = Layanan internet
reports-internet-text = Sesi, ketertiban, kepuasan
reports-sop = Kepatuhan SOP
reports-sop-text = Pencatatan tepat waktu
reports-groups = Rombongan
reports-groups-text = Instansi dan jumlah peserta
reports-book = Buku pengunjung
reports-book-text = Semua baris pencatatan

## 2 When
reports-period = 2. Periode
reports-period-back = Periode sebelumnya
reports-period-forward = Periode berikutnya
reports-pick-period = Pilih periode
reports-kind-day = Hari
reports-kind-month = Bulan
reports-kind-quarter = Triwulan
reports-kind-year = Tahun
reports-kind-range = Rentang
reports-quarter = Triwulan { $n }
reports-from = Dari { $date }
reports-to = Sampai { $date }
reports-range-hint = Sentuh tanggal mulai, lalu tanggal akhir.
reports-range-take = Pakai rentang ini
reports-earlier = Sebelumnya
reports-later = Berikutnya
reports-back = Kembali

## 3 Form
reports-form = 3. Bentuk berkas
reports-form-xlsx = XLSX
reports-form-xlsx-text = Lembar kerja
reports-form-pdf = PDF
reports-form-pdf-text = Siap cetak
reports-form-csv = CSV
reports-form-csv-text = Data mentah

## 4 Choices
reports-options = 4. Pilihan
reports-chart = Sertakan grafik
reports-mask = Samarkan nama pengunjung
reports-sign = Kolom tanda tangan
reports-names-refused = Hanya administrator yang dapat menampilkan nama.
reports-names-logged = Nama ditulis lengkap, dan hal ini dicatat.
reports-no-names = Isi ini tidak memuat nama.
reports-masked-rows = Juga asal, instansi, dan catatan.
reports-masked-groups = Juga asal dan catatan.

## 5 Whither
reports-place = 5. Simpan ke
reports-pick-place = Simpan ke mana?
reports-drive = Flashdisk { $name }
reports-drive-gone = Flashdisk tidak ditemukan
reports-drive-gone-text = Pasang flashdisk, lalu coba lagi.
reports-drive-read-only = Hanya bisa dibaca, tidak bisa ditulisi
reports-drive-none = Flashdisk yang dipasang muncul di sini.
reports-folder = Folder laporan
reports-free = Tersisa { $size }
reports-free-here = Di komputer ini, tersisa { $size }
reports-free-unknown = Sisa ruang tidak diketahui
reports-gigabytes = { $n } GB
reports-megabytes = { $n } MB
reports-kilobytes = { $n } KB
reports-into = Pilih folder
reports-into-name = Pilih folder di { $name }
reports-up = Naik
reports-here = Simpan di folder ini
reports-reading = Membaca folder…
reports-no-folders = Tidak ada folder lain di sini.
reports-unreadable = Folder ini tidak dapat dibaca. Pilih yang lain, atau pasang flashdisk lagi.
reports-part = Bagian { $n } dari { $all }

## Making
reports-make = Buat laporan { $form }
reports-make-rows = Buat berkas { $form }
reports-making = Menyusun… { $percent }%
reports-cancel = Batalkan
reports-cancelling = Membatalkan…
reports-releasing = Melepas flashdisk…

## Preview
reports-preview = Pratinjau
reports-preview-large = Perbesar
reports-preview-wait = Menyiapkan pratinjau…
reports-preview-failed = Buku tidak dapat dibaca sekarang. Coba lagi sebentar, atau hubungi petugas TI.
reports-preview-sheet = Pratinjau halaman { $page } dari { $pages }
reports-sheet-back = Halaman sebelumnya
reports-sheet-forward = Halaman berikutnya
reports-close = Tutup

## Last files
reports-recent = Berkas terakhir
reports-recent-none = Belum ada berkas yang dibuat.
reports-recent-what = { $what }, { $span }
reports-sifted = Hasil saring kunjungan

## What became of it
reports-saved-drive = Tersimpan di flashdisk.
reports-saved-folder = Tersimpan di folder laporan.
reports-at-text = Folder di komputer ini, dipilih lewat sistem
reports-saved-at = Tersimpan di folder yang dipilih.
reports-at-gone = Folder itu tidak ditemukan.
reports-at-gone-text = Pilih folder lain, lalu coba lagi.
reports-at-read-only = Folder itu tidak bisa ditulisi.
reports-at-read-only-text = Pilih folder lain, lalu coba lagi.
reports-saved-until = { $name }. Berkas ini memuat data pengunjung dan dihapus dari folder laporan pada { $date }.
reports-release = Lepas dengan aman
reports-gone = Flashdisk tidak ditemukan. Pasang flashdisk, lalu coba lagi.
reports-full = Ruang flashdisk tidak cukup.
reports-full-text = Berkas ini perlu { $needed }, tersisa { $free }. Hapus berkas lama di flashdisk, atau pakai flashdisk lain.
reports-full-text-unknown = Hapus berkas lama di flashdisk, atau pakai flashdisk lain.
reports-read-only = Flashdisk hanya bisa dibaca.
reports-read-only-text = Geser kunci di flashdisk, atau pakai flashdisk lain, lalu coba lagi.
reports-kept = Gagal menyimpan. Berkas disimpan di folder laporan.
reports-kept-too = Berkas disimpan di folder laporan: { $name }
reports-failed = Gagal menyimpan.
reports-failed-text = Coba lagi. Kalau tetap gagal, hubungi petugas TI.
reports-disk-full = Ruang di komputer ini tidak cukup.
reports-disk-full-text = Simpan ke flashdisk, atau hubungi petugas TI.
reports-book-failed = Buku tidak dapat dibaca sekarang.
reports-book-failed-text = Tidak ada berkas yang dibuat. Coba lagi sebentar, atau hubungi petugas TI.
reports-too-many = Terlalu banyak baris untuk XLSX.
reports-too-many-text = Pilih periode yang lebih pendek, atau pilih CSV.
reports-released = Flashdisk aman dicabut.
reports-released-text = Cabut flashdisk sekarang.
reports-held-no-program = Komputer ini tidak bisa melepas flashdisk sendiri.
reports-held-busy = Flashdisk masih dipakai.
reports-held-refused = Flashdisk belum bisa dilepas.
reports-held-text = Berkas sudah tersimpan. Tunggu sampai lampu flashdisk berhenti berkedip, lalu cabut.
reports-held-not-written = Flashdisk tidak menerima semua data.
reports-held-not-written-text = Periksa berkasnya di komputer lain. Kalau rusak, buat lagi ke flashdisk lain.
