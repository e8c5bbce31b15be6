//! Simultaneous equations over fractions, solved exactly.

use crate::domain::Fraction;

/// Solves `matrix x = right` by elimination; `None` where there is no single solution.
///
/// Every row of the matrix has as many fractions as there are rows.
#[must_use]
pub fn solve(mut matrix: Vec<Vec<Fraction>>, mut right: Vec<Fraction>) -> Option<Vec<Fraction>> {
    let size = right.len();
    for column in 0..size {
        let pivot = (column..size).find(|row| !matrix[*row][column].is_zero())?;
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        let (divisor, pivot_row) = (matrix[column][column].clone(), matrix[column].clone());
        let pivot_right = right[column].clone();
        for row in (0..size).filter(|row| *row != column) {
            let factor = matrix[row][column].checked_div(&divisor)?;
            if factor.is_zero() {
                continue;
            }
            for (cell, above) in matrix[row].iter_mut().zip(&pivot_row).skip(column) {
                *cell = &*cell - &(&factor * above);
            }
            right[row] = &right[row] - &(&factor * &pivot_right);
        }
    }
    (0..size).map(|row| right[row].checked_div(&matrix[row][row])).collect()
}

#[cfg(test)]
mod tests {
    use super::solve;
    use crate::domain::Fraction;

    fn whole(value: i32) -> Fraction {
        Fraction::whole(value)
    }

    #[test]
    fn a_system_is_solved_exactly() {
        // x + y = 1 and x - 3y = 0: x = 3/4, y = 1/4.
        let matrix = vec![vec![whole(1), whole(1)], vec![whole(1), whole(-3)]];
        let solution = solve(matrix, vec![whole(1), whole(0)]).unwrap();
        assert_eq!(solution, [Fraction::ratio(3, 4).unwrap(), Fraction::ratio(1, 4).unwrap()]);
    }

    #[test]
    fn a_zero_on_the_diagonal_is_no_obstacle() {
        let matrix = vec![vec![whole(0), whole(2)], vec![whole(4), whole(0)]];
        let solution = solve(matrix, vec![whole(6), whole(4)]).unwrap();
        assert_eq!(solution, [whole(1), whole(3)]);
    }

    #[test]
    fn a_circle_that_fixes_nothing_has_no_solution() {
        let matrix = vec![vec![whole(1), whole(-1)], vec![whole(-1), whole(1)]];
        assert_eq!(solve(matrix, vec![whole(0), whole(0)]), None);
    }
}
