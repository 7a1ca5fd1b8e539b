own-fields-title = Fields of your own
own-fields-lead = The fields come from your steering model.
own-fields-said = { $said } of { $all } filled in
own-fields-nothing = Nothing chosen
own-fields-yes = Yes
own-fields-no = No
own-fields-problem-number = Write a number, such as 8.5.
