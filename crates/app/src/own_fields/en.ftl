own-fields-title = Fields of your own
own-fields-lead = The fields come from your steering model.
own-fields-said = { $said } of { $all } filled in
own-fields-nothing = Nothing chosen
own-fields-yes = Yes
own-fields-no = No
own-fields-problem-number = Write a number, such as 8.5.
own-fields-problem-type = What is written under Own fields belongs to another kind and cannot be kept here. Go through the fields and save again.
