# Ruang internet: layar pengunjung. The internet room: the visitors' screens.

## Welcome
tile-leave = Selesai internet
tile-leave-text = Lapor keluar ruang internet
tile-leave-short = Lapor keluar
turn = Giliran: { $called }

## The tile on the purpose screen
purpose-full = Penuh
purpose-closed = Tutup
purpose-in-use = Sedang dipakai

## Gate: who may use the room
gate-title-card = Layanan internet perlu KTA yang masih berlaku.
gate-title-blocked = KTA ini perlu dicek petugas.
gate-expired-text = Perpanjang KTA di meja layanan, pilih keperluan lain, atau minta izin petugas.
gate-blocked-text = Silakan datang ke meja layanan, pilih keperluan lain, atau minta izin petugas.
gate-scan-now = KTA bisa dipindai sekarang.
gate-group = Silakan minta bantuan petugas.
gate-scan = Pindai KTA
gate-ask-staff = Minta izin petugas
gate-other = Pilih keperluan lain

## Outside of the opening hours
closed-title = Ruang internet sedang tutup.
closed-today = Buka lagi hari ini pukul { $time }.
closed-tomorrow = Buka lagi besok pukul { $time }.
closed-on = Buka lagi { $day } pukul { $time }.
closed-other = Silakan pilih keperluan lain.

## 6 Seat
seat-title = Ruang internet
seat-free-count = Kosong { $n }
seat-in-use-count = Dipakai { $n }
seat-broken-count = Rusak { $n }
seat-free = Kosong
seat-free-child = Kosong · anak
seat-free-accessible = Kosong · aksesibel
seat-in-use = Dipakai
seat-broken = Rusak
seat-broken-short = Rusak
seat-yours-short = Anda
seat-yours = Untuk Anda
seat-lead = { $name }, komputer Anda
seat-lead-group = Komputer untuk { $name }
seat-starts = Mulai pukul { $time }
seat-longest = Paling lama { $n } menit
seat-card-valid = KTA masih berlaku
seat-permitted = Diizinkan petugas
seat-other = Ingin tempat lain? Sentuh komputer yang bertanda Kosong.
seat-entrance = Pintu masuk
seat-use = Pakai { $seat }
seat-move = Pindah ke { $seat }
seat-saving = Menyimpan…
strip-seat-taken = { $taken } baru saja dipakai. Kami pilihkan { $seat }.
strip-room-full = Semua komputer sedang dipakai.
strip-room-failed = Belum tersimpan. Silakan coba lagi sebentar.
strip-still-seated = Anda masih tercatat di { $seat }.
strip-turn-over = Nomor antrean itu tidak sedang dipanggil.
strip-left-already = Pemakaian internet ini sudah selesai.

## Queue
queue-title = Semua komputer sedang dipakai.
queue-estimate = Perkiraan kosong pukul { $time }
queue-ahead = { $n } orang menunggu sebelum Anda.
queue-text = Ambil nomor antrean. Saat giliran Anda, nomornya tampil di layar ini.
queue-take = Ambil nomor antrean
queue-waiting-title = Nomor antrean Anda { $ticket }
queue-waiting-text = Mohon tunggu. Saat giliran Anda, nomornya tampil di layar ini.
queue-missed-title = Nomor antrean { $ticket } sudah lewat
queue-missed-text = Semua komputer sedang dipakai lagi. Ambil nomor baru untuk menunggu lagi.
queue-anew = Ambil nomor baru
queue-other-visit = Kunjungan lain

## Claiming a called number
turn-title = Ketik nomor antrean Anda
turn-sub = Nomor yang dipanggil tampil di layar awal.
turn-field = Nomor antrean
turn-incomplete = Nomor belum diisi

## An open session
open-title = Anda masih tercatat di { $seat }. Mau apa?
open-text = Mulai pukul { $time }.
open-finish = Selesai internet
open-move = Pindah komputer
open-visit = Kunjungan lain

## 8 Check-out
leave-step = Selesai internet · langkah { $n } dari { $m }
leave-who-title = Siapa yang selesai?
leave-who-sub = Pindai KTA atau sentuh nomor komputer Anda.
leave-none = Belum ada komputer yang dipakai.
leave-none-here = Tidak ada pemakaian internet atas nama ini.
leave-home = Kembali ke awal
leave-code-title = Apakah Anda { $initial }?
leave-code-sub-card = Ketik tiga huruf atau angka terakhir KTA Anda.
leave-code-sub-exit = Ketik kode keluar Anda, tiga angka.
leave-code-field = Tiga huruf atau angka terakhir
leave-code-field-exit = Kode keluar
leave-code-where = { $seat }
leave-code-incomplete = Belum lengkap
leave-code-wrong = Tidak cocok. Periksa kembali.
leave-code-left = Sisa { $n } kali percobaan
leave-code-staff-title = Silakan datang ke meja layanan.
leave-code-staff-text = Petugas akan membantu Anda lapor keluar dari { $seat }.
leave-title = Sudah dirapikan, { $name }?
leave-sub = Sentuh setiap hal yang sudah Anda lakukan.
leave-shut-down = Komputer sudah dimatikan
leave-tidied = Perangkat sudah dirapikan
leave-clean = Ruangan bersih dan tertib
leave-rate = Bagaimana layanan kami?
leave-rate-text = Boleh dilewati. Nama Anda tidak dicantumkan.
rate-1 = Tidak puas
rate-2 = Kurang puas
rate-3 = Puas
rate-4 = Sangat puas
rate-words = Tulis pesan
rate-words-change = Ubah pesan
rate-words-title = Pesan untuk kami
rate-words-field = Pesan
rate-words-example = Misalnya: internetnya cepat
leave-seat = Tempat
leave-time = Waktu
leave-span = { $from } – { $to }
leave-length = Lama
leave-minute = { $n } menit
leave-minutes = { $n } menit
leave-hours = { $h } jam { $m } menit
leave-finish = Selesai dan pulang
leave-remaining = Tinggal { $n } hal lagi
leave-remaining-many = Tinggal { $n } hal lagi
leave-saving = Menyimpan…
leave-again = Belum tersimpan. Kami coba lagi…
leave-failed = Belum tersimpan
leave-failed-text = Coba lagi, atau silakan datang ke meja layanan.
untidy-title = Ada yang belum rapi?
untidy-text = Rapikan dulu, atau laporkan kepada petugas.
untidy-back = Kembali merapikan
untidy-broken = Lapor: Rusak
untidy-forgotten = Lapor: Lupa
untidy-other = Lapor: Lainnya
other-card-title = KTA lain terbaca. Pakai KTA itu?
other-card-text = Lapor keluar dari { $seat } belum selesai.
other-card-no = Lanjutkan lapor keluar
other-card-yes = Ya, pakai KTA

## 7 Done
done-seat = Tempat Anda
done-ticket = Nomor antrean
done-exit-code = Kode keluar
done-time-out = Waktu keluar
done-length = Lama
done-estimate = Perkiraan
done-go-room = Silakan menuju ruang internet.
done-go-back = Saat pulang, kembali ke sini lalu sentuh "Selesai internet".
done-go-back-code = Saat pulang, kembali ke sini, sentuh "Selesai internet", lalu ketik kode keluar.
done-wait = Mohon tunggu giliran Anda.
done-wait-text = Saat giliran Anda, nomornya tampil di layar awal.
done-moved = Komputer Anda sudah dipindah.
done-title-bare = Terima kasih!
done-bye-bare = Terima kasih! Sampai jumpa lagi.
done-bye = Terima kasih, { $name }! Sampai jumpa lagi.
done-left = Anda sudah lapor keluar.
done-thanks-tidy = Terima kasih sudah merapikan.
done-reported = Laporan Anda diteruskan kepada petugas.
undo-seat-text = Catatan kunjungan Anda tadi akan dibatalkan, dan komputernya dikosongkan.
undo-ticket-text = Catatan kunjungan Anda tadi akan dibatalkan, dan nomor antreannya dihapus.
