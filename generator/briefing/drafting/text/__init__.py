"""What a text is made of before anybody knows what it speaks of: paragraphs, sentences, stems, spelled numbers."""
