# error
chain-too-wide = coincidence analysis `{ $chain }`: { $why }
chain-no-set = coincidence analysis `{ $chain }`: `{ $set }` is none of the sets with memberships
chain-no-case = coincidence analysis `{ $chain }`: no case has a value of each of its { $factors } factors: leave out the factors that most cases lack
chain-rare = coincidence analysis `{ $chain }`: no { $frequency } cases have the same values of all factors: give a smaller `frequency`
chain-no-value = coincidence analysis `{ $chain }`: `{ $literal }` is not a value that a factor has in these cases; they have { $values }
chain-refuted = coincidence analysis `{ $chain }`: the model `{ $model }` is not minimal or does not reach the cutoffs: { $flaw }
