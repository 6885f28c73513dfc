# r_script, r_import
r-unexpected = R does not allow this here
r-ended = the script ends in the middle of an expression
r-too-deep = the expression nests deeper than 400 levels
r-computed = `{ $name }` is computed; write its value in the script
r-raw-computed = the raw values are computed; name a column of the data
r-method = the method { $method } is not one of direct, indirect and TFR
r-quantile = `quantile` needs three shares here
r-thresholds = { $count } thresholds, where the direct method needs three or six
r-no-conditions = it names no conditions, and no set was calibrated before
r-joint = `dir.exp` has a combination, { $word }: write it under `expectations_joint` of the study
r-part = an assignment to a part of an object is not read
r-column = a column that is computed is not read: give the study that column in its data
r-set = { $set }: { $reason }
r-expression = an expression that is not a call of a function is not read
r-fit = line { $line }: every report has the fit that { $function } computes
r-function = { $function }() is not read
r-second-file = a second file of data, { $name }, is not read
r-no-table = its truth table is not in the script
r-superset = superSubset for { $relation } is not read: the truth table answers it
r-superset-before = superSubset stands before the truth table of { $outcome }: give `necessity` of the study its cutoffs
r-nca = `{ $name }` of NCA is not read: see `nca` of study files
r-given = not calibrated in the script, and taken as memberships from 0 to 1: { $sets }
r-no-file = the script reads no file that is named: the data are called data.csv
r-no-names = the script names no column of case names (row.names): the first column is taken
r-no-header = the first column of the data has no name here: it is called `case`; rename one of the two
r-title = the title is the id, and the data are called original: change both where that is not so
r-ifelse = a column that is computed is not read; `ifelse(x >= 5, 1, 0)` would be a crisp set
r-unused-place = it has more arguments than the function takes
r-unused = the function has no argument `{ $name }`
r-ambiguous = `{ $name }` is the beginning of several arguments
r-repeated = `{ $name }` is given twice

# printed
printed-is = line { $line }: the { $solution_type } solution of { $analysis }, model { $number } of { $count }
printed-near = line { $line }: no solution of the study has these terms; the nearest is the { $solution_type } solution of { $analysis }, model { $number }
printed-more = printed, and not in it: { $terms }
printed-less = in it, and not printed: { $terms }
printed-other = line { $line }: no analysis of the study has these conditions
printed-number = { $term }: { $measure } is printed as { $number }; the study gives { $shown }
