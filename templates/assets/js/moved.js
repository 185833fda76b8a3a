/* On from a former address, to the same place of the page. */
location.replace(document.links[0] + location.hash);
