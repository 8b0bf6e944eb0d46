/// Owns the data screen: budgets as they burn down, use by application, anomalies beside switches.
@NullMarked
package simwright.ui.data;

import org.jspecify.annotations.NullMarked;
