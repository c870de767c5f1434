/** What each publisher's figures have turned out to be worth: counted date by date, summed by month. */
package org.crossfoot.publisher;
