//! Numbers as the languages write them: 2.964 and 95,7% in Indonesian, 2,964 and 95.7% in English.

use super::{Lang, Words};

impl Words {
    /// A whole number with its thousands marked.
    #[must_use]
    pub fn number(self, n: u64) -> String {
        let digits = n.to_string();
        let mark = if self.lang() == Lang::Id { '.' } else { ',' };
        let mut out = String::with_capacity(digits.len() * 4 / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }

    /// A difference with its sign; a true minus, and no sign for zero.
    #[must_use]
    pub fn change(self, n: i64) -> String {
        let sign = match n {
            1.. => "+",
            0 => "",
            _ => "−",
        };
        format!("{sign}{}", self.number(n.unsigned_abs()))
    }

    /// A number that is given in parts, `decimals` of them to ten: 125 in tenths is 12,5.
    #[must_use]
    pub fn decimal(self, parts: u64, decimals: u32) -> String {
        let unit = 10_u64.pow(decimals.min(9));
        let mark = if self.lang() == Lang::Id { ',' } else { '.' };
        let width = decimals as usize;
        format!("{}{mark}{:0width$}", self.number(parts / unit), parts % unit)
    }

    /// A share in thousandths as a percentage with one decimal.
    #[must_use]
    pub fn percent(self, thousandths: u32) -> String {
        format!("{}%", self.decimal(u64::from(thousandths), 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_like_each_language() {
        let (id, en) = (Words::of(Lang::Id), Words::of(Lang::En));
        assert_eq!(
            [0, 12, 999, 1000, 31_208, 1_234_567].map(|n| id.number(n)),
            ["0", "12", "999", "1.000", "31.208", "1.234.567"]
        );
        assert_eq!(en.number(31_208), "31,208");
        assert_eq!((id.change(1200), id.change(0), id.change(-4)), ("+1.200".into(), "0".into(), "−4".into()));
        assert_eq!((id.decimal(125, 1), id.decimal(10_005, 2)), ("12,5".into(), "100,05".into()));
        assert_eq!((id.percent(957), en.percent(1000)), ("95,7%".into(), "100.0%".into()));
        assert_eq!(id.number(u64::MAX), "18.446.744.073.709.551.615");
    }
}
