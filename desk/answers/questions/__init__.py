"""Lists of questions and answers that a centre brings, read as a clerk reads them."""
