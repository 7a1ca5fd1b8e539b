-- Who is stood in for is looked up on their own first page: without an index every visit reads all those
-- who have ever stood in for somebody.
create index follow_up_substitutes_instead_of on follow_up_substitutes (tenant, instead_of_id);
