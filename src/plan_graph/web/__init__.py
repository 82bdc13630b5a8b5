"""Everything in the browser, and a SPARQL endpoint, on this machine."""
