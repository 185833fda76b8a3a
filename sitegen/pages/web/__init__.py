"""What a site says to search engines, feed readers and whoever shares a link: all of it at its address on the web."""
