# Kata-kata layar pengunjung. Words of the visitors' screens.

## On every screen
app-name = Buku Pengunjung
language-id = ID, Bahasa Indonesia
language-en = EN, English
contrast = Aa, tulisan besar
step = Langkah { $n } dari { $m }
cancel = Batal
back = Kembali
next = Lanjut
save = Simpan
retry = Coba lagi
call-staff = Panggil petugas
card-header = KARTU TANDA ANGGOTA
card-name = Nama Anda

## 1 Welcome
welcome-scan = Pindai KTA Anda
welcome-scan-help-below = Dekatkan kartu ke alat pembaca di bawah layar.
welcome-scan-help-right = Dekatkan kartu ke alat pembaca di kanan layar.
welcome-scan-help-left = Dekatkan kartu ke alat pembaca di kiri layar.
welcome-type = Ketik nomor KTA
reader-ready = Alat pembaca siap
reader-reading = Membaca kartu…
reader-missing = Alat pembaca tidak tersambung. Silakan ketik nomor.
welcome-title = Selamat datang
welcome-sub = Punya KTA? Cukup pindai kartunya. Atau pilih salah satu:
welcome-sub-short = Atau pilih salah satu:
welcome-sub-no-reader = Pilih salah satu:
tile-member = Anggota
tile-member-text = Punya KTA, ketik nomornya
tile-member-short = Ketik nomor KTA
tile-non-member = Non Anggota
tile-non-member-text = Belum punya KTA, isi nama
tile-non-member-short = Belum punya KTA
tile-group = Rombongan
tile-group-text = Datang bersama kelompok
tile-group-short = Bersama kelompok

## 2 KTA number
card-title = Ketik nomor KTA Anda
card-sub = Nomor tertulis di bagian depan kartu.
card-field = Nomor KTA
card-look-before = Lihat angka yang
card-look-mark = diberi warna
card-look-after = pada contoh kartu.
card-scan-now = Kartu tetap bisa dipindai sekarang
card-incomplete = Nomor belum lengkap
key-clear = Ulangi
key-delete = Hapus
key-space = spasi
key-shift = Huruf besar
searching = Mencari…
unknown-title = Nomor KTA tidak ditemukan
unknown-text = Periksa kembali angkanya. Jika kartu Anda baru dibuat, datanya mungkin belum masuk.
unknown-correct = Perbaiki nomor
unknown-without = Masuk tanpa KTA

## Is this you?
identity-title = Apakah ini Anda?
identity-yes = Ya, ini saya
identity-no = Bukan saya

## Expired and blocked cards
expired-title = Masa berlaku KTA habis
expired-until = Berlaku sampai { $date }
expired-text = { $name }, Anda tetap bisa berkunjung hari ini. Perpanjang KTA di meja layanan.
blocked-title = KTA ini perlu dicek petugas.
blocked-text = { $name }, Anda tetap bisa berkunjung hari ini.
internet-needs-valid = Layanan internet gratis perlu KTA yang masih berlaku.
continue-visit = Lanjut berkunjung

## Already recorded
repeated-title = Sudah tercatat pukul { $time }
repeated-text = Kunjungan Anda hari ini sudah ada di buku pengunjung.
repeated-again = Catat lagi
finish = Selesai

## 7 Done
done-title = Terima kasih, { $name }!
done-recorded = Kunjungan Anda tercatat.
done-time = Waktu masuk
done-purpose = Keperluan
done-enjoy = Selamat menikmati layanan kami.
done-closes = Layar tertutup sendiri dalam { $n } detik.
done-undo = Salah? Batalkan
done-undoing = Membatalkan…
done-undo-failed = Belum bisa dibatalkan. Silakan datang ke meja layanan.

## 9 Idle warning
idle-title = Masih di sana?
idle-text = Layar akan kembali ke awal dan isian Anda dihapus demi kerahasiaan data.
idle-seconds = detik
idle-restart = Mulai dari awal
idle-stay = Ya, lanjutkan

## Dialogs
cancel-title = Batalkan pengisian?
cancel-text = Isian Anda akan dihapus.
cancel-keep = Lanjutkan mengisi
cancel-yes = Ya, batalkan
staff-text = Silakan datang ke meja layanan.
understood = Mengerti
use-card-title = KTA terbaca. Pakai KTA ini?
use-card-yes = Ya, pakai KTA
use-card-no = Tidak
people-title = Benar { $n } orang?
people-yes = Ya, benar
people-no = Perbaiki jumlah
undo-title = Batalkan kunjungan ini?
undo-text = Catatan kunjungan Anda tadi akan dibatalkan.
undo-yes = Ya, batalkan
undo-no = Tidak, biarkan

## Strips
strip-unreadable = Kartu belum terbaca. Coba sekali lagi, lalu diamkan sebentar.
strip-keypad = Kartu belum terbaca. Silakan ketik nomornya.
strip-keypad-button = Ketik nomor KTA
strip-lookup = Kartu belum bisa dicek. Silakan coba lagi sebentar.
strip-undone = Kunjungan dibatalkan.
strip-purpose = Keperluan itu sedang tidak tersedia. Silakan pilih yang lain.

## Days and months
weekday-monday = Senin
weekday-tuesday = Selasa
weekday-wednesday = Rabu
weekday-thursday = Kamis
weekday-friday = Jumat
weekday-saturday = Sabtu
weekday-sunday = Minggu
month-january = Januari
month-february = Februari
month-march = Maret
month-april = April
month-may = Mei
month-june = Juni
month-july = Juli
month-august = Agustus
month-september = September
month-october = Oktober
month-november = November
month-december = Desember
