/// Owns what data costs: traffic classes, budgets, reserves and marks as data, use made of counters
/// that others read, forecasts, anomalies, and what may be done about them.
@NullMarked
package simwright.quota;

import org.jspecify.annotations.NullMarked;
