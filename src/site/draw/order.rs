//! The order of things on a ring, so that those with strong ties stand near each other.

/// A tie between two things, by their indices, and how strong it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tie {
    pub(crate) one: usize,
    pub(crate) other: usize,
    pub(crate) weight: u32,
}

/// How often the order is gone through for swaps that shorten it. It settles within three or four rounds.
const ROUNDS: usize = 8;

/// The `count` things of `ties` in an order around a ring in which the ties are short.
///
/// Starts from their own order and swaps pairs as long as that shortens the sum of weighted
/// distances. Cost is of order `count`³ for each round: meant for some forty things.
pub(crate) fn around(count: usize, ties: &[Tie]) -> Vec<usize> {
    let mut weights = vec![vec![0_u64; count]; count];
    for tie in ties {
        weights[tie.one][tie.other] += u64::from(tie.weight);
        weights[tie.other][tie.one] += u64::from(tie.weight);
    }
    let mut order: Vec<usize> = (0..count).collect();
    for _ in 0..ROUNDS {
        let mut better = false;
        for one in 0..count {
            for other in one + 1..count {
                let before = pull(&order, &weights, one) + pull(&order, &weights, other);
                order.swap(one, other);
                if pull(&order, &weights, one) + pull(&order, &weights, other) < before {
                    better = true;
                } else {
                    order.swap(one, other);
                }
            }
        }
        if !better {
            break;
        }
    }
    order
}

/// Sum of the weighted distances around the ring from the thing at `place` to all others.
fn pull(order: &[usize], weights: &[Vec<u64>], place: usize) -> u64 {
    let own = &weights[order[place]];
    let apart = |other: usize| {
        let apart = place.abs_diff(other);
        apart.min(order.len() - apart) as u64
    };
    order.iter().enumerate().map(|(other, thing)| own[*thing] * apart(other)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tied_stands_side_by_side() {
        let ties = [(0, 3), (3, 1), (2, 4)].map(|(one, other)| Tie { one, other, weight: 2 });
        let order = around(5, &ties);
        let place = |thing| order.iter().position(|other| *other == thing).unwrap();
        for tie in ties {
            let apart = place(tie.one).abs_diff(place(tie.other));
            assert_eq!(apart.min(5 - apart), 1, "{order:?}");
        }
    }

    #[test]
    fn every_thing_has_one_place() {
        let ties: Vec<Tie> = (0..20).map(|at| Tie { one: at, other: (at * 7) % 20, weight: 1 }).collect();
        let mut order = around(20, &ties);
        order.sort_unstable();
        assert_eq!(order, (0..20).collect::<Vec<_>>());
        assert!(around(0, &[]).is_empty());
    }
}
