/// Owns the registry of compatible devices on the screen: what real results say of each kind of
/// device, and the alarms of those that became worse.
@NullMarked
package simwright.ui.registry;

import org.jspecify.annotations.NullMarked;
