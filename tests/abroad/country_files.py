"""What files of countries are made of, as `countries.csv`."""

HEADER = "iso2,name_ro,name_en,field,value,unit,as_of,source_title,source_address,confidence\n"
UNIT = "EUR gross per month (Eurostat 12-payment equivalent)"
