//! The pages: what a screen would do with the kit, with made-up words.

use buku_pengunjung::i18n::Lang;
use buku_pengunjung::ui::art::{SampleCard, Sunrise, batik, emblem, sample_card, sunrise};
use buku_pengunjung::ui::icons::{bold, fill};
use buku_pengunjung::ui::kit::Kit;
use buku_pengunjung::ui::layout::{Canvas, Shape};
use buku_pengunjung::ui::theme::{Tint, Type};
use buku_pengunjung::ui::widgets::{
    BottomBar, Dialog, DialogButton, DialogKind, Face, Field, KeyboardWords, KeypadWords, LanguageNames, Mark, Onward,
    OnwardKind, Pill, PurposeTile, Ring, Side, Stepper, Steps, Text, Tile, TopBar, amber_button, bottom_bar, chip,
    chip_grid, contrast_switch, countdown_ring, dialog, dialog_button, field, icon, icon_box, keyboard, keypad,
    language_rect, language_switch, marked_text, modal, notice, pill_at, purpose_tile_column, purpose_tile_row,
    question_answered, question_open, question_pending, stepper, steps_wide, strip, tile_column, tile_row,
    tile_secondary, top_bar,
};
use egui::{Align2, Ui, vec2};

pub type Page = fn(&Ui, &Kit, &Canvas);

const LANGUAGES: LanguageNames<'static> = LanguageNames { id: "Bahasa Indonesia", en: "English" };

fn bar(current: u8) -> TopBar<'static> {
    TopBar {
        app: "Buku Pengunjung",
        library: "Perpustakaan Banyuwangi",
        clock: "09.42",
        date: "Rabu, 25 November 2026",
        short_date: "Rabu, 25 Nov",
        steps: Some(Steps {
            text: if current == 1 { "Langkah 1 dari 2" } else { "Langkah 2 dari 2" },
            current,
            total: 2,
        }),
        heading: "",
        lang: Lang::Id,
        languages: LANGUAGES,
    }
}

fn foot(kind: OnwardKind, hint: &'static str) -> BottomBar<'static> {
    BottomBar {
        cancel: Some("Batal"),
        back: Some("Kembali"),
        hint,
        hint_icon: None,
        onward: Some(Onward { text: "Lanjut", icon: Side::Right(bold::ARROW_RIGHT), kind }),
    }
}

const TILES: [Tile<'static>; 3] = [
    Tile { name: "Anggota", caption: "Punya KTA, ketik nomornya", icon: fill::IDENTIFICATION_CARD, tint: Tint::Blue },
    Tile { name: "Non Anggota", caption: "Belum punya KTA, isi nama", icon: fill::USER, tint: Tint::Teal },
    Tile { name: "Rombongan", caption: "Datang bersama kelompok", icon: fill::USERS_THREE, tint: Tint::Amber },
];
const SMALL: [Tile<'static>; 2] = [
    Tile { name: "Selesai internet", caption: "Lapor keluar ruang internet", icon: fill::SIGN_OUT, tint: Tint::Grey },
    Tile { name: "Informasi layanan", caption: "Syarat dan pengaduan", icon: fill::INFO, tint: Tint::Grey },
];

pub fn welcome(ui: &Ui, kit: &Kit, canvas: &Canvas) {
    let p = &kit.theme.palette;
    let painter = ui.painter();
    let hero = canvas.rect(0.0, 0.0, 800.0, 1080.0);
    painter.rect_filled(hero, 0.0, p.night);
    batik(painter, kit, hero, 300.0, 0.10);
    sunrise(painter, kit, hero, &Sunrise::HERO_WIDE);
    emblem(painter, kit, canvas.rect(56.0, 53.0, 96.0, 96.0), true);
    Text::new("Buku Pengunjung", kit.font(Type::LabelStrong), p.on_night)
        .show(ui, canvas.rect(174.0, 50.0, 560.0, 44.0));
    Text::new("Dinas Perpustakaan dan Kearsipan Kabupaten Banyuwangi", kit.font(Type::Caption), p.mist)
        .lines(2)
        .top()
        .show(ui, canvas.rect(174.0, 92.0, 440.0, 66.0));
    Text::new("Pindai KTA Anda", kit.font(Type::Display), p.on_night).show(ui, canvas.rect(56.0, 195.0, 700.0, 90.0));
    Text::new("Dekatkan kartu ke alat pembaca di bawah layar.", kit.font(Type::Lead).sized(32.0), p.on_night)
        .lines(2)
        .top()
        .show(ui, canvas.rect(56.0, 294.0, 420.0, 92.0));
    let card = SampleCard {
        header: "KARTU TANDA ANGGOTA",
        name: "Nama Anda",
        number: "0024 1187 36",
        highlight: false,
        beam: Some((0.5, false)),
        shadow: p.night.gamma_multiply(0.7),
    };
    sample_card(painter, kit, canvas.rect(170.0, 420.0, 460.0, 290.0), &card);
    let pill = canvas.rect(201.0, 948.0, 398.0, 88.0);
    Face::filled(p.amber, 44.0).paint(painter, pill, 0.0);
    icon(painter, canvas.rect(228.0, 970.0, 44.0, 44.0), fill::ARROW_FAT_LINES_DOWN, 42.0, p.on_amber);
    Text::new("Alat pembaca siap", kit.font(Type::Label), p.on_amber).show(ui, canvas.rect(292.0, 948.0, 290.0, 88.0));

    Text::new("09.42", kit.font(Type::Heading).sized(36.0), p.ink).show(ui, canvas.rect(860.0, 62.0, 300.0, 44.0));
    Text::new("Rabu, 25 November 2026", kit.font(Type::Caption).sized(22.0), p.ink2)
        .show(ui, canvas.rect(860.0, 103.0, 400.0, 30.0));
    contrast_switch(ui, kit, canvas.rect(1572.0, 52.0, 88.0, 88.0), "Teks besar");
    language_switch(ui, kit, language_rect(canvas.pos(1860.0, 0.0).x, 52.0), Lang::Id, &LANGUAGES);
    Text::new("Selamat datang", kit.font(Type::Title).sized(62.0), p.ink)
        .show(ui, canvas.rect(860.0, 194.0, 900.0, 76.0));
    Text::new("Punya KTA? Cukup pindai kartunya. Atau pilih salah satu:", kit.font(Type::Lead), p.ink2)
        .show(ui, canvas.rect(860.0, 274.0, 1000.0, 44.0));
    for (tile, x) in TILES.iter().zip([860.0, 1201.5, 1543.0]) {
        tile_column(ui, kit, canvas.rect(x, 352.0, 317.0, 410.0), tile);
    }
    for (tile, x) in SMALL.iter().zip([860.0, 1372.0]) {
        tile_secondary(ui, kit, canvas.rect(x, 794.0, 488.0, 136.0), tile);
    }
}

pub fn welcome_high_contrast(ui: &Ui, kit: &Kit, canvas: &Canvas) {
    let p = &kit.theme.palette;
    emblem(ui.painter(), kit, canvas.rect(56.0, 40.0, 100.0, 100.0), false);
    Text::new("Buku Pengunjung", kit.font(Type::Label), p.ink).show(ui, canvas.rect(178.0, 40.0, 500.0, 100.0));
    contrast_switch(ui, kit, canvas.rect(1466.0, 40.0, 168.0, 100.0), "Teks besar");
    language_switch(ui, kit, canvas.rect(1656.0, 40.0, 208.0, 100.0), Lang::Id, &LANGUAGES);
    Face::filled(p.amber, 36.0).paint(ui.painter(), canvas.rect(56.0, 180.0, 1808.0, 212.0), 0.0);
    for (tile, y) in TILES.iter().zip([500.0, 684.0, 868.0]) {
        tile_row(ui, kit, canvas.rect(56.0, y, 891.0, 158.0), tile);
    }
    for (tile, y) in SMALL.iter().zip([500.0, 776.0]) {
        tile_secondary(ui, kit, canvas.rect(973.0, y, 891.0, 250.0), tile);
    }
}

const KEYS: KeyboardWords<'static> = KeyboardWords { space: "spasi", shift: "Huruf besar", backspace: "Hapus" };

pub fn form(ui: &Ui, kit: &Kit, canvas: &Canvas) {
    let p = &kit.theme.palette;
    top_bar(ui, kit, canvas, &bar(1));
    Text::new("Isi data singkat Anda", kit.font(Type::TitleForm), p.ink)
        .show(ui, canvas.rect(56.0, 156.0, 1000.0, 64.0));
    Text::new("Nama", kit.font(Type::BodyStrong), p.ink).show(ui, canvas.rect(56.0, 236.0, 500.0, 36.0));
    let name = Field {
        name: "Nama",
        text: "Bagus Priyono",
        placeholder: "",
        active: true,
        good: true,
        wrong: false,
        size: Type::FieldLarge,
    };
    field(ui, kit, canvas.rect(56.0, 281.0, 1010.0, 112.0), &name);
    keyboard(ui, kit, canvas.rect(56.0, 425.0, 1010.0, 462.0), &KEYS, false);

    Text::new("Sentuh satu jawaban", kit.font(Type::Label), p.ink).show(ui, canvas.rect(1122.0, 160.0, 560.0, 56.0));
    pill_at(ui, kit, canvas.pos(1864.0, 0.0).x, 164.0, &Pill::small("2 dari 4", None, Tint::Blue));
    question_answered(ui, kit, canvas.rect(1122.0, 236.0, 742.0, 100.0), "Jenis kelamin", "Laki-laki", "Ubah");
    question_answered(
        ui,
        kit,
        canvas.rect(1122.0, 354.0, 742.0, 100.0),
        "Kelompok usia",
        "Dewasa, 18–59 tahun",
        "Ubah",
    );
    let open = canvas.rect(1122.0, 472.0, 742.0, 314.0);
    let room = question_open(ui, kit, open, "Pendidikan terakhir", fill::GRADUATION_CAP);
    let answers = ["Belum sekolah", "SD", "SMP", "SMA / SMK", "D1 – D3", "D4 / S1", "S2 / S3"];
    for (answer, place) in answers.into_iter().zip(chip_grid(room, 4, answers.len())) {
        chip(ui, kit, place, answer, answer == "SMP");
    }
    question_pending(ui, kit, canvas.rect(1122.0, 804.0, 742.0, 100.0), "Pekerjaan");
    bottom_bar(ui, kit, canvas, &foot(OnwardKind::Missing, "Masih ada 2 pertanyaan"));
}

pub fn keypad_page(ui: &Ui, kit: &Kit, canvas: &Canvas) {
    let p = &kit.theme.palette;
    top_bar(ui, kit, canvas, &bar(1));
    Text::new("Ketik nomor KTA Anda", kit.font(Type::Title), p.ink).show(ui, canvas.rect(64.0, 164.0, 1044.0, 70.0));
    Text::new("Nomor tertulis di bagian depan kartu.", kit.font(Type::Lead), p.ink2)
        .show(ui, canvas.rect(64.0, 238.0, 1044.0, 44.0));
    let number = Field {
        name: "Nomor KTA",
        text: "0024 1178 36",
        placeholder: "",
        active: true,
        good: false,
        wrong: true,
        size: Type::NumberL,
    };
    field(ui, kit, canvas.rect(64.0, 313.0, 1044.0, 136.0), &number);
    notice(
        ui,
        kit,
        canvas.rect(64.0, 473.0, 1044.0, if kit.theme.is_high_contrast() { 250.0 } else { 178.0 }),
        fill::WARNING_CIRCLE,
        Tint::Red,
        "Nomor KTA tidak ditemukan",
        "Periksa kembali angkanya. Jika kartu Anda baru dibuat, datanya mungkin belum masuk.",
    );
    if !kit.theme.is_high_contrast() {
        let tray = canvas.rect(64.0, 674.0, 300.0, 200.0);
        Face::filled(p.blue_tint, 32.0).outlined(2.0, p.line).paint(ui.painter(), tray, 0.0);
        let card = SampleCard {
            header: "KARTU TANDA ANGGOTA",
            name: "",
            number: "0024 1187 36",
            highlight: true,
            beam: None,
            shadow: p.ink.gamma_multiply(0.4),
        };
        sample_card(ui.painter(), kit, canvas.rect(92.0, 694.0, 244.0, 154.0), &card);
    }
    if !kit.theme.is_high_contrast() {
        let words = "Lihat angka yang *diberi warna* pada contoh kartu.";
        marked_text(
            ui,
            kit,
            canvas.rect(400.0, 672.0, 700.0, 80.0),
            words,
            kit.font(Type::Lead),
            p.ink2,
            Mark::Amber,
            2,
        );
    }
    strip(
        ui,
        kit,
        canvas.rect(400.0, 760.0, 708.0, 100.0),
        fill::WARNING,
        Tint::Amber,
        "Kartu belum terbaca. Coba sekali lagi, lalu diamkan sebentar.",
    );
    keypad(ui, kit, canvas.rect(1189.0, 164.0, 667.0, 688.0), &KeypadWords { clear: "Ulangi", backspace: "Hapus" });
    bottom_bar(ui, kit, canvas, &foot(OnwardKind::Ready, ""));
}

pub fn group(ui: &Ui, kit: &Kit, canvas: &Canvas) {
    let p = &kit.theme.palette;
    top_bar(ui, kit, canvas, &bar(1));
    Text::new("Data rombongan", kit.font(Type::TitleForm), p.ink).show(ui, canvas.rect(56.0, 156.0, 1000.0, 64.0));
    let leader = Field {
        name: "Ketua rombongan",
        text: "Endah Lestari",
        placeholder: "",
        active: false,
        good: true,
        wrong: false,
        size: Type::FieldLarge,
    };
    field(ui, kit, canvas.rect(56.0, 279.0, 493.0, 112.0), &leader);
    let school = Field {
        name: "Asal instansi",
        text: "",
        placeholder: "Sekolah atau instansi",
        active: true,
        good: false,
        ..leader
    };
    field(ui, kit, canvas.rect(573.0, 279.0, 493.0, 112.0), &school);
    keyboard(ui, kit, canvas.rect(56.0, 423.0, 1010.0, 462.0), &KEYS, true);
    let men = Stepper {
        name: "Laki-laki",
        icon: bold::GENDER_MALE,
        tint: Tint::Blue,
        value: 16,
        least: 0,
        most: 500,
        typing: false,
        less: "Kurangi laki-laki",
        more: "Tambah laki-laki",
    };
    stepper(ui, kit, canvas.rect(1122.0, 238.0, 742.0, 184.0), &men);
    let women = Stepper {
        name: "Perempuan",
        icon: bold::GENDER_FEMALE,
        tint: Tint::Purple,
        value: 0,
        typing: true,
        less: "Kurangi perempuan",
        more: "Tambah perempuan",
        ..men
    };
    stepper(ui, kit, canvas.rect(1122.0, 444.0, 742.0, 184.0), &women);
    bottom_bar(ui, kit, canvas, &foot(OnwardKind::Ready, ""));
}

pub fn purposes(ui: &Ui, kit: &Kit, canvas: &Canvas) {
    let p = &kit.theme.palette;
    top_bar(ui, kit, canvas, &bar(2));
    let portrait = canvas.shape == Shape::Portrait;
    if portrait {
        steps_wide(ui, kit, canvas, &Steps { text: "Langkah 2 dari 2", current: 2, total: 2 }, 300.0);
    }
    let (title, lead) = if portrait { (280.0, 358.0) } else { (156.0, 232.0) };
    Text::new("Halo, Wulan!", kit.font(Type::Title), p.ink).show(ui, canvas.rect(56.0, title, 900.0, 70.0));
    Text::new("Apa keperluan Anda hari ini? Sentuh satu pilihan.", kit.font(Type::Lead), p.ink2)
        .show(ui, canvas.rect(56.0, lead, 900.0, 44.0));
    pill_at(
        ui,
        kit,
        canvas.pos(canvas.width() - 56.0, 0.0).x,
        canvas.pos(0.0, 156.0).y,
        &Pill::large("Anggota aktif", Some(fill::SEAL_CHECK), Tint::Green),
    );
    let tiles = [
        ("Membaca di tempat", fill::BOOK_OPEN_TEXT, Tint::Blue),
        ("Meminjam atau mengembalikan buku", fill::BOOKS, Tint::Teal),
        ("Layanan internet gratis", fill::DESKTOP, Tint::Amber),
        ("Referensi atau penelitian", fill::MAGNIFYING_GLASS, Tint::Purple),
        ("Layanan anak", fill::BALLOON, Tint::Amber),
        ("Layanan arsip", fill::ARCHIVE, Tint::Teal),
        ("Kunjungan atau wisata edukasi", fill::BUS, Tint::Blue),
        ("Lainnya", fill::DOTS_THREE_CIRCLE, Tint::Grey),
    ];
    let (columns, size, step) = match canvas.shape {
        Shape::Wide => (4, vec2(428.0, 278.0), vec2(454.7, 304.0)),
        Shape::Classic => (2, vec2(728.0, 180.0), vec2(756.0, 206.0)),
        Shape::Portrait => (2, vec2(478.0, 302.0), vec2(504.0, 330.0)),
    };
    let from = if canvas.shape == Shape::Portrait { vec2(48.0, 446.0) } else { vec2(56.0, 306.0) };
    for (index, (name, icon, tint)) in (0_u8..).zip(tiles) {
        let at = from + step * vec2(f32::from(index % columns), f32::from(index / columns));
        let place = canvas.rect(at.x, at.y, size.x, size.y);
        let badge = (index == 2).then(|| Pill::small("Perlu KTA", Some(fill::IDENTIFICATION_CARD), Tint::Amber));
        let what = PurposeTile { name, icon, tint, badge, selected: index == 5, greyed: index == 2 };
        if canvas.shape == Shape::Classic || kit.theme.is_high_contrast() {
            purpose_tile_row(ui, kit, place, &what);
        } else {
            purpose_tile_column(ui, kit, place, &what);
        }
    }
    let mut bar = foot(OnwardKind::Ready, "Nama Anda disimpan 12 bulan untuk buku pengunjung, lalu dihapus.");
    bar.onward = None;
    bar.hint_icon = Some((fill::SHIELD_CHECK, Tint::Green));
    bottom_bar(ui, kit, canvas, &bar);
}

pub fn idle(ui: &Ui, kit: &Kit, canvas: &Canvas) {
    purposes(ui, kit, canvas);
    let p = &kit.theme.palette;
    modal(ui, kit, canvas, "Masih di sana?", vec2(1000.0, 716.0), |ui, card| {
        let at = |x: f32, y: f32, w: f32, h: f32| egui::Rect::from_min_size(card.min + vec2(x, y), vec2(w, h));
        let ring = Ring { left: 0.75, seconds: 15, unit: Some("detik"), on_night: false };
        countdown_ring(ui, kit, at(390.0, 60.0, 220.0, 220.0), &ring);
        Text::new("Masih di sana?", kit.font(Type::Title).sized(68.0), p.ink)
            .centered()
            .show(ui, at(64.0, 310.0, 872.0, 84.0));
        Text::new(
            "Layar akan kembali ke awal dan isian Anda dihapus demi kerahasiaan data.",
            kit.font(Type::Lead).sized(32.0),
            p.ink2,
        )
        .lines(2)
        .align(Align2::CENTER_TOP)
        .show(ui, at(190.0, 402.0, 620.0, 92.0));
        let home = DialogButton { text: "Mulai dari awal", icon: Side::Left(bold::HOUSE), kind: DialogKind::Secondary };
        dialog_button(ui, kit, at(64.0, 536.0, 386.0, 120.0), &home);
        let stay =
            DialogButton { text: "Ya, lanjutkan", icon: Side::Left(bold::HAND_WAVING), kind: DialogKind::Primary };
        dialog_button(ui, kit, at(474.0, 536.0, 462.0, 120.0), &stay);
    });
}

pub fn question(ui: &Ui, kit: &Kit, canvas: &Canvas) {
    form(ui, kit, canvas);
    let buttons = [
        DialogButton { text: "Ya, batalkan", icon: Side::Left(bold::X), kind: DialogKind::Danger },
        DialogButton { text: "Lanjutkan mengisi", icon: Side::None, kind: DialogKind::Primary },
    ];
    let what = Dialog {
        title: "Batalkan pengisian?",
        text: "Isian Anda akan dihapus.",
        icon: Some((fill::WARNING, Tint::Amber)),
        buttons: &buttons,
    };
    dialog(ui, kit, canvas, &what);
}

pub fn done(ui: &Ui, kit: &Kit, canvas: &Canvas) {
    let p = &kit.theme.palette;
    let painter = ui.painter();
    painter.rect_filled(canvas.window, 0.0, p.night);
    batik(painter, kit, canvas.area, 340.0, 0.08);
    sunrise(painter, kit, canvas.area, &Sunrise::DONE_WIDE);
    Text::new("Terima kasih, Wulan!", kit.font(Type::Display), p.on_night)
        .centered()
        .show(ui, canvas.rect(200.0, 220.0, 1520.0, 90.0));
    Face::filled(p.surface, 48.0).paint(painter, canvas.rect(295.0, 401.0, 1330.0, 180.0), 0.0);
    icon_box(painter, kit, canvas.rect(359.0, 437.0, 108.0, 108.0), fill::DESKTOP, Tint::Amber);
    Face::filled(p.night, 40.0).outlined(3.0, p.night3).paint(painter, canvas.rect(316.0, 848.0, 1288.0, 184.0), 0.0);
    let ring = Ring { left: 0.7, seconds: 8, unit: None, on_night: true };
    countdown_ring(ui, kit, canvas.rect(350.0, 879.0, 120.0, 120.0), &ring);
    amber_button(ui, kit, canvas.rect(1275.0, 883.0, 295.0, 112.0), "Selesai", Side::Left(bold::HOUSE));
}
