"""The sentences of refusals, by what they are about; ``desk.words.sentences`` says them."""
