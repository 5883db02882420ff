# Panel: Ruang internet. The panel's page of the internet room.
room-title = Ruang internet
room-sub = Kosong { $free } · Dipakai { $taken } · Rusak { $broken }
room-loading = Sedang dibaca…
room-unreadable = Ruang internet tidak bisa dibaca sekarang. Coba lagi sebentar.
room-changed = Keadaan ruang sudah berubah. Lihat denah, lalu coba lagi.
room-none = Perpustakaan ini tidak memakai ruang internet.
room-minutes = { $m } mnt
room-hours = { $h } j { $m } mnt
room-seat-free = Kosong
room-seat-held = Untuk nomor { $n }
room-seat-broken = Rusak
room-seat-taken = Dipakai
room-seat-over-long = Lewat batas
room-entrance = Pintu masuk

## The computer that was touched
room-used-for = Dipakai selama { $time }
room-over-long = Sudah lewat batas waktu
room-show-name = Tampilkan nama
room-name-erased = Nama sudah dihapus
room-allowed-by = Diizinkan oleh { $name }
room-free-text = Bisa dipakai siapa saja.
room-held-text = Ditahan untuk nomor antrean { $n }.
room-broken-config = Ditutup oleh pengaturan. Ubah di berkas pengaturan.
room-closes-after = Ditutup setelah pemakai ini selesai.
room-end = Tutup sesi
room-move = Pindahkan
room-close = Tandai rusak
room-reopen = Tandai baik
room-why = Mengapa { $seat } ditutup?
room-repair-dead = Tidak menyala
room-repair-part = Ada bagian yang rusak
room-repair-network = Tidak ada internet
room-repair-software = Program bermasalah
room-repair-other = Lainnya
room-moving = Sentuh komputer kosong di denah untuk memindahkan.
room-assigning = Sentuh komputer di denah untuk nomor { $n }.
room-cancel = Batal

## Queue and reports
room-queue = Antrean
room-queue-empty = Tidak ada yang menunggu.
room-queue-hint = Sentuh nomor untuk memberi komputer.
room-ticket = Nomor { $n }
room-ticket-waiting = Menunggu { $time }
room-ticket-called = Dipanggil ke { $seat }
room-ticket-missed = Terlewat
room-clear = Kosongkan antrean
room-notes = Laporan pengunjung
room-notes-empty = Tidak ada laporan.
room-note-at = { $reason } · { $date } pukul { $time }
room-point-shut_down = masih menyala
room-point-tidied = belum rapi
room-point-clean = belum bersih
room-reason-broken = Rusak
room-reason-forgotten = Lupa
room-reason-other = Lainnya
room-more = dan { $n } lagi
room-before = Sebelumnya
room-turn-after = { $list }, berikutnya
room-turn-before = { $list }, sebelumnya

## Questions
room-end-title = Tutup sesi di { $seat }?
room-end-text = Pemakaian dicatat selesai sekarang, ditutup oleh petugas.
room-end-yes = Ya, tutup
room-clear-title = Kosongkan antrean?
room-clear-text = Semua nomor antrean dihapus. Kunjungannya tetap tercatat.
room-clear-yes = Ya, kosongkan
room-note-title = Sudah ditangani?
room-note-yes = Ya, sudah
room-no = Kembali
