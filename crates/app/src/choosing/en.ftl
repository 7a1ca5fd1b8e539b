choosing-label = Search all
choosing-search = Search
choosing-enter = Search or save
choosing-nearest = The list shows { $shown } of { $total }, the nearest ones. Search to find more.
choosing-none = None of { $total } matches “{ $wanted }”. The list shows the nearest ones.
choosing-one = 1 of { $total } matches “{ $wanted }” and is chosen.
choosing-some = { $fitting ->
    [one] 1 of { $total } matches “{ $wanted }”.
   *[other] { $fitting } of { $total } match “{ $wanted }”.
}
choosing-many = { $fitting } of { $total } match “{ $wanted }”. The list shows { $shown } of them. Write more to find the right one.
choosing-kept = { $chosen } is still chosen and does not match the search. Choose in the list to change it.
