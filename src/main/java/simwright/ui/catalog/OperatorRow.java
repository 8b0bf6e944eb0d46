package simwright.ui.catalog;

import java.util.Optional;
import simwright.catalog.provider.Listed;

/// An operator in the table: as it is listed, how many profiles it has, and what a person should
/// know of its contract.
public record OperatorRow(Listed operator, long profiles, Optional<String> warning) {}
