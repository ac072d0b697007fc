from koubo.headings.match import HeadingMatch, classify_heading
