choosing-label = Sök bland alla
choosing-search = Sök
choosing-enter = Sök eller spara
choosing-nearest = Listan visar { $shown } av { $total }, de närmaste. Sök för att hitta fler.
choosing-none = Inget av { $total } passar ”{ $wanted }”. Listan visar de närmaste.
choosing-one = 1 av { $total } passar ”{ $wanted }” och är vald.
choosing-some = { $fitting ->
    [one] 1 av { $total } passar ”{ $wanted }”.
   *[other] { $fitting } av { $total } passar ”{ $wanted }”.
}
choosing-many = { $fitting } av { $total } passar ”{ $wanted }”. Listan visar { $shown } av dem. Skriv mer för att hitta rätt.
choosing-kept = Vald är fortfarande { $chosen }, som inte passar sökningen. Välj i listan för att byta.
