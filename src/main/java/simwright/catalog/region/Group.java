package simwright.catalog.region;

import java.util.Set;

/// A group of countries by their codes; none means everywhere.
public record Group(String code, String name, Set<String> countries) {}
