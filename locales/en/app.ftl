## en
