/// The command `hillock predict`: a saved model's answers for the rows of a table.
package hillock.cli.predict;
