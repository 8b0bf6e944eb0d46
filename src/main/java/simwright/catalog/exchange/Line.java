package simwright.catalog.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A row of a file, as fields: where it begins, and what is wrong with its shape or "".
record Line(int number, ObjectNode fields, String wrong) {}
