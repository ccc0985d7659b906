"""What the progress page shows: numbers from the runs, and pictures of them as SVG, styled by classes only.

The page puts the numbers in a table behind each picture.
"""
