## ja
