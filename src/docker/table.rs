//! Columns as docker aligns them.

/// Blanks between two columns, at least.
const PADDING: usize = 3;

/// The least that a column takes with its padding.
const MIN_WIDTH: usize = 10;

/// Lines whose cells are parted by tabs, aligned the way Go's tabwriter does it for docker: a column is
/// as wide as the widest of the neighbouring lines that have it; the last cell of a line has no column.
pub fn align(text: &str) -> String {
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    let mut widths: Vec<Vec<usize>> =
        lines.iter().map(|cells| vec![0; cells.len().saturating_sub(1)]).collect();
    let columns = widths.iter().map(Vec::len).max().unwrap_or(0);
    for column in 0..columns {
        let mut row = 0;
        while row < lines.len() {
            if widths[row].len() <= column {
                row += 1;
                continue;
            }
            let end = (row..lines.len()).find(|row| widths[*row].len() <= column).unwrap_or(lines.len());
            let widest = (row..end).map(|row| lines[row][column].chars().count()).max().unwrap_or(0);
            for widths in &mut widths[row..end] {
                widths[column] = (widest + PADDING).max(MIN_WIDTH);
            }
            row = end;
        }
    }
    let mut aligned = String::with_capacity(text.len() * 2);
    for (cells, widths) in lines.iter().zip(&widths) {
        for (index, cell) in cells.iter().enumerate() {
            aligned.push_str(cell);
            if let Some(width) = widths.get(index) {
                aligned.extend(std::iter::repeat_n(' ', width - cell.chars().count()));
            }
        }
        aligned.push('\n');
    }
    aligned
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::align;

    #[test]
    fn columns_are_at_least_ten_wide_and_three_apart() {
        assert_eq!(
            align("CONTAINER ID\tIMAGE\tNAMES\n0123456789ab\talpine\ta\n"),
            "CONTAINER ID   IMAGE     NAMES\n0123456789ab   alpine    a\n"
        );
    }

    #[test]
    fn a_line_without_the_column_parts_what_is_above_from_what_is_below() {
        assert_eq!(align("aaaaaaaaaaaa\tx\n-\nb\ty\n"), "aaaaaaaaaaaa   x\n-\nb         y\n");
    }

    #[test]
    fn every_character_counts_as_one() {
        assert_eq!(align("日本\tx\n"), "日本        x\n");
    }

    proptest! {
        #[test]
        fn nothing_panics_and_nothing_is_lost(text in "([a-z\t ]{0,12}\n){0,6}") {
            let aligned = align(&text);
            let bare = |text: &str| text.replace([' ', '\t'], "");
            prop_assert_eq!(bare(&aligned), bare(&text));
        }
    }
}
