/// See the module's documentation.
package hillock.tabular;
