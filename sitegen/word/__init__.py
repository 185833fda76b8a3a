"""Word documents: a .docx file becomes the folder of a story, and a list of what did not survive."""
