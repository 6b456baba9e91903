-- One typed character has no two-character piece that bigrams could find. It asks for names that begin with it: in
-- their reading, or as they are written (search_text opens with the name; domain/supporter/supporter-search-text).
CREATE INDEX supporter_reading_initial_idx ON supporter (left(kana, 1) COLLATE "C", kana, id);
CREATE INDEX supporter_name_initial_idx ON supporter (left(search_text, 1) COLLATE "C", kana, id);
