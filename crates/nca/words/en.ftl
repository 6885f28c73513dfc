# error
nca-too-few-cases = { $cases } case has values of both condition and outcome: at least 2 are needed
nca-constant-condition = all cases have the condition { $value }, so nothing can be said of other values: state its `scope`, or leave it out
nca-constant-outcome = all cases have the outcome { $value }, so nothing can be said of other values: state its `scope`, or choose another
nca-not-finite = case { $case } (counted from 1) has a value that is not a finite number
nca-scope-reversed = the scope [{ $low }, { $high }] is not a range: write the lowest possible value first, then the highest
nca-scope-too-narrow = the scope [{ $low }, { $high }] leaves out values from { $least } to { $most } of the cases: widen it
nca-too-wide = the values span a range that is too wide to compute with: express them in larger units
