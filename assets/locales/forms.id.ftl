# Kata-kata isian dan maksud kunjungan. Words of the forms and of the purpose screen.

## What is kept, and for how long (rule 16)
notice-kept = Nama Anda disimpan { $time } untuk buku pengunjung, lalu dihapus.
notice-months = { $n } bulan
notice-month = 1 bulan
notice-days = { $n } hari
notice-day = 1 hari

## What a field does not take
form-name-short = Nama minimal 2 huruf.
form-text-short = Minimal 2 huruf.
form-long = Paling banyak { $n } huruf.
form-control = Ada tanda yang tidak bisa dipakai.

## 3 Non Anggota
form-title = Isi data singkat Anda
form-name = Nama
form-name-example = Ketik nama Anda
form-origin = Asal
form-origin-example = Kota atau instansi
form-optional = { $what } (boleh dilewati)
form-touch-one = Sentuh satu jawaban
form-progress = { $n } dari { $m }
form-change = Ubah
form-left = Masih ada { $n } pertanyaan
form-left-one = Masih ada 1 pertanyaan
form-name-missing = Nama belum diisi
form-origin-missing = Asal belum diisi

question-sex = Jenis kelamin
sex-male = Laki-laki
sex-female = Perempuan
question-age = Kelompok usia
age-child = Anak, sampai 12
age-teen = Remaja, 13–17
age-adult = Dewasa, 18–59
age-senior = Lansia, 60 ke atas
question-education = Pendidikan terakhir
education-none = Belum sekolah
education-kindergarten = TK
education-sd = SD
education-smp = SMP
education-sma = SMA / SMK
education-d1 = D1
education-d2 = D2
education-d3 = D3
education-s1 = D4 / S1
education-s2 = S2
education-s3 = S3
question-occupation = Pekerjaan
occupation-pupil = Pelajar
occupation-student = Mahasiswa
occupation-civil_servant = Pegawai Negeri
occupation-private_employee = Pegawai Swasta
occupation-teacher = Guru
occupation-lecturer = Dosen
occupation-researcher = Peneliti
occupation-military_police = TNI / Polri
occupation-self_employed = Wiraswasta
occupation-retired = Pensiunan
occupation-other = Lainnya

## A member's name while no list is loaded (rule 5)
name-only-title = Siapa nama Anda?
name-only-read = KTA terbaca
name-only-why = Daftar anggota belum ada di layar ini. Cukup isi nama Anda.

## 4 Rombongan
group-title = Data rombongan
group-leader = Ketua rombongan
group-leader-example = Nama ketua
group-institution = Asal instansi
group-institution-example = Sekolah atau instansi
group-people = Berapa orang yang datang?
group-less = Kurangi { $what }
group-more = Tambah { $what }
group-type = Sentuh angkanya untuk mengetik jumlah.
group-total = Jumlah seluruhnya
group-persons = orang
group-few = Jumlah rombongan minimal 2 orang.
group-many = Jumlah rombongan paling banyak { $n } orang.
group-leader-missing = Ketua rombongan belum diisi
group-institution-missing = Asal instansi belum diisi

## 5 Maksud kunjungan
purpose-hello = Halo, { $name }!
purpose-hello-group = Halo, rombongan { $name }!
purpose-ask = Apa keperluan Anda hari ini? Sentuh satu pilihan.
purpose-needs-card = Perlu KTA
purpose-up = Naik
purpose-down = Turun
badge-active = Anggota aktif
badge-member = Anggota
badge-non-member = Non Anggota
badge-group = Rombongan
badge-expired = KTA habis masa berlaku

## Lainnya
note-title = Tuliskan keperluan Anda
note-field = Keperluan
note-example = Beberapa kata saja
note-limit = Paling banyak { $n } huruf.
note-missing = Keperluan belum diisi

## Being written
recording-saving = Menyimpan…
recording-again = Belum tersimpan. Kami coba lagi…
recording-failed = Belum tersimpan.
recording-failed-text = Isian Anda masih ada. Sentuh “Coba lagi”, atau panggil petugas.
