-- The clock ends returns whose goods are not back in time: those still awaited are found by their last day.
create index case_file_awaited on returns.case_file (arrive_by) where state = 'accepted';

-- A person is shown the returns of what they bought.
create index import_return_person on returns.import_return (person);
