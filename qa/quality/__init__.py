"""How good the answers are, by what people say of them and by labelled questions; all kept."""
