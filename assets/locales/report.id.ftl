# Kata-kata laporan. Words of the official reports.

## Spans of days
span-quarter = Triwulan { $quarter } { $year }
span-year = Tahun { $year }
span-not-a-date = “{ $text }” bukan tanggal. Tulis tahun-bulan-tanggal, misalnya 2026-11-24.
span-not-a-month = “{ $text }” bukan bulan. Tulis tahun-bulan, misalnya 2026-11.
span-not-a-year = “{ $text }” bukan tahun antara 1900 dan 2999. Tulis misalnya 2026.
span-no-such-day = Tanggal { $day } { $month } tidak ada. Bulan itu berakhir pada tanggal { $last }.
span-backwards = Periode berakhir { $to }, sebelum mulai { $from }. Tukar kedua tanggalnya.

## Heads
report-visits = Laporan Kunjungan { $span }
report-internet = Laporan Layanan Internet { $span }
report-sop = Laporan Kepatuhan SOP { $span }
report-groups = Laporan Rombongan { $span }
report-summed = { $days } · { $people } orang dalam { $entries } pencatatan
report-summed-sessions = { $days } · { $sessions } sesi internet
report-page = Halaman { $page } dari { $pages }
report-continued = { $title } (lanjutan)
report-see-sheet = { $title }: lihat lembar “{ $sheet }”.

## Nothing to report
report-empty = Belum ada kunjungan pada periode ini.
report-empty-groups = Belum ada rombongan pada periode ini.
report-empty-sop = Belum ada waktu pencatatan yang diukur pada periode ini.
report-empty-internet = Belum ada pemakaian internet pada periode ini.

## Columns
report-entries = Pencatatan
report-people = Orang
report-share = Bagian orang
report-total = Jumlah
report-all = Semua
report-item = Uraian
report-amount = Nilai
report-unknown = Tidak diketahui
report-date = Tanggal
report-month = Bulan
report-hour = Pukul
report-change = Selisih orang
report-type = Jenis keanggotaan
report-purpose = Maksud kunjungan
report-sex = Jenis kelamin
report-age = Kelompok usia
report-education = Pendidikan
report-occupation = Pekerjaan

## Summary
report-summary = Ringkasan
report-sum-entries = Pencatatan
report-sum-people = Orang
report-sum-days = Hari dengan kunjungan
report-sum-mean-open = Rata-rata orang per hari dengan kunjungan
report-sum-mean-calendar = Rata-rata orang per hari kalender
report-sum-before = Orang pada { $span }
report-sum-before-entries = Pencatatan pada { $span }
report-sum-change = Selisih orang dengan { $span }

## Tables of visits
report-by-type = Menurut jenis keanggotaan
report-by-date = Menurut tanggal
report-by-month = Menurut bulan
report-by-hour = Menurut jam datang
report-by-purpose = Menurut maksud kunjungan
report-by-sex = Menurut jenis kelamin
report-by-age = Menurut kelompok usia
report-by-education = Menurut pendidikan
report-by-occupation = Menurut pekerjaan
report-chart-date = Orang per tanggal
report-chart-month = Orang per bulan
report-chart-hour = Orang per jam datang

## SOP
report-sop-table = Kepatuhan SOP: pencatatan dalam { $seconds } detik
report-sop-measured = Pencatatan diukur
report-sop-within = Dalam { $seconds } detik
report-sop-share = Bagian pencatatan
report-sop-median = Waktu tengah (detik)
report-sop-p95 = 95% tercatat dalam (detik)
report-sop-by-date = Kepatuhan SOP menurut tanggal
report-sop-by-month = Kepatuhan SOP menurut bulan
report-sop-chart-date = Pencatatan dalam { $seconds } detik per tanggal
report-sop-chart-month = Pencatatan dalam { $seconds } detik per bulan
report-sop-spread = Sebaran waktu pencatatan
report-sop-time = Waktu (detik)
report-sop-up-to = sampai { $to }
report-sop-from-to = { $from }–{ $to }
report-sop-over = lebih dari { $from }
report-over = > { $limit }

## Groups
report-groups-list = Daftar rombongan
report-groups-institution = Asal instansi
report-groups-leader = Ketua
report-groups-male = Laki-laki
report-groups-female = Perempuan
report-groups-erased = (sudah dihapus)
report-groups-mean = Rata-rata orang per rombongan
report-groups-chart-date = Orang dalam rombongan per tanggal
report-groups-chart-month = Orang dalam rombongan per bulan

## Internet
report-net-sessions = Sesi
report-net-share = Bagian sesi
report-net-days = Hari dengan sesi
report-net-mean = Rata-rata sesi per hari dengan sesi
report-net-refused = Ditolak karena tanpa KTA yang berlaku
report-net-refused-why = Alasan
report-net-refused-count = Ditolak
report-net-refused-no_card = Tanpa KTA
report-net-refused-expired = KTA habis masa berlaku
report-net-refused-blocked = KTA perlu dicek petugas
report-net-refused-unlisted = KTA tidak ada di daftar anggota
report-net-length-median = Lama pemakaian, nilai tengah (menit)
report-net-length-p90 = Lama pemakaian, 90% paling lama (menit)
report-net-wait-median = Lama menunggu, nilai tengah (menit)
report-net-wait-p90 = Lama menunggu, 90% paling lama (menit)
report-net-by-date = Sesi menurut tanggal
report-net-by-month = Sesi menurut bulan
report-net-chart-date = Sesi per tanggal
report-net-chart-month = Sesi per bulan
report-net-by-hour = Sesi menurut jam mulai
report-net-by-seat = Sesi menurut komputer
report-net-seat = Komputer
report-net-by-end = Cara sesi berakhir
report-net-end = Sesi
report-net-end-open = Masih berjalan
report-net-end-self = Lapor keluar sendiri
report-net-end-staff = Ditutup petugas
report-net-end-automatic = Ditutup otomatis
report-net-tidy = Kerapian saat selesai
report-net-tidy-point = Hal yang dilaporkan
report-net-tidy-shut-down = Komputer dimatikan
report-net-tidy-tidied = Perangkat dirapikan
report-net-tidy-clean = Ruangan bersih dan tertib
report-net-tidy-all = Ketiganya
report-net-tidy-asked = Semua sesi yang ditanya
report-net-out = Lapor keluar dalam { $minutes } menit
report-net-out-measured = Lapor keluar diukur
report-net-out-within = Dalam { $minutes } menit
report-net-out-share = Bagian
report-net-ratings = Kepuasan
report-net-rating = Penilaian
report-net-rating-count = Penilaian diterima
report-net-rating-share = Bagian penilaian
report-net-rating-1 = Tidak puas
report-net-rating-2 = Kurang puas
report-net-rating-3 = Puas
report-net-rating-4 = Sangat puas
report-net-index = Nilai kepuasan (25–100)
report-net-grade = Mutu pelayanan

## Notes
report-notes = Catatan
report-note-words = Pencatatan adalah satu isian buku pengunjung; orang adalah semua orang di baliknya. Satu rombongan adalah satu pencatatan.
report-note-voided = Pencatatan yang dibatalkan tidak dihitung.
report-note-running = Periode ini belum berakhir: angka sampai { $date }.
report-note-sex = Rombongan terhitung satu pencatatan pada setiap jenis kelamin yang ada di dalamnya, sehingga pencatatan tidak selalu berjumlah sama.
report-note-unknown = Rombongan tidak ditanya usia, pendidikan, dan pekerjaan; orangnya terhitung tidak diketahui.
report-note-sop = Waktu dihitung dari sentuhan atau pemindaian pertama sampai kunjungan tersimpan. Pencatatan manual oleh petugas tidak diukur.
report-note-sessions = Sesi terhitung pada tanggal mulainya.
report-note-refused = Ditolak terhitung saat pengunjung diberi tahu bahwa layanan ini perlu KTA yang berlaku, satu kali setiap pengisian, juga bila sesudahnya petugas memberi izin.
report-note-out = Waktu lapor keluar dihitung dari sentuhan pertama pada “Selesai internet” sampai selesai; merapikan komputer sendiri tidak teramati.
report-note-grade = Nilai dan mutu menurut PermenPANRB 14/2017: rata-rata penilaian 1 sampai 4 dikali 25.
report-note-masked = Nama ketua rombongan disamarkan.

## End
report-place-date = { $place }, { $date }
report-known = Mengetahui,
report-staff = Petugas,
report-audit = Ujung catatan audit: { $count } catatan, { $hash }

## Sheets of the workbook
report-sheet = Laporan

## Rows of the book
report-raw-visits = Baris buku pengunjung { $span }
report-raw-internet = Baris pemakaian internet { $span }
report-raw-sop = Baris buku pengunjung { $span }
report-raw-groups = Baris rombongan { $span }
report-raw-book = Baris buku pengunjung { $span }
report-raw-sifted = Baris hasil saring { $span }
report-raw-rows = Satu baris untuk setiap pencatatan. Periode ini memuat { $entries } pencatatan; yang dibatalkan ikut ditulis dan bertanda “voided”.
report-raw-columns = Kolom berkas
report-raw-column = Kolom
report-raw-first = Isi baris pertama
report-raw-none = Belum ada baris pada periode ini
