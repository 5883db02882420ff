//! The pages: what a screen would do with the kit, with made-up words.

use buku_pengunjung::i18n::Lang;
use buku_pengunjung::ui::art::{SampleCard, sample_card};
use buku_pengunjung::ui::icons::{bold, fill};
use buku_pengunjung::ui::kit::Kit;
use buku_pengunjung::ui::layout::{Canvas, Shape};
use buku_pengunjung::ui::theme::{Tint, Type};
use buku_pengunjung::ui::widgets::{
    BottomBar, Dialog, DialogButton, DialogKind, Face, Field, KeyboardWords, KeypadWords, LanguageNames, Onward,
    OnwardKind, Pill, PurposeTile, Side, Stepper, Steps, Text, TopBar, bottom_bar, chip, chip_grid, dialog, field,
    keyboard, keypad, notice, pill_at, purpose_tile_column, purpose_tile_row, question_answered, question_open,
    question_pending, stepper, steps_wide, strip, top_bar,
};
use egui::{Ui, vec2};

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
