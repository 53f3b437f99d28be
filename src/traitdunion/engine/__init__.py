"""The engine room: relations of any size, in SQL; what the registers run their aggregations on."""
